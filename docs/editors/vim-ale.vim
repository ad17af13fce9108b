" Vim 8 and newer with ALE: put this into ~/.vim/ale_linters/bindzone/zonewright.vim, and vim-filetypes.vim into ~/.vim/ftdetect.
function! ZonewrightRoot(buffer) abort
  for l:marker in ['zonewright.json', 'named.conf']
    let l:found = ale#path#FindNearestFile(a:buffer, l:marker)
    if !empty(l:found)
      return fnamemodify(l:found, ':h')
    endif
  endfor
  let l:git = ale#path#FindNearestDirectory(a:buffer, '.git')
  return empty(l:git) ? expand('#' . a:buffer . ':p:h') : fnamemodify(l:git, ':h:h')
endfunction

call ale#linter#Define('bindzone', {
\ 'name': 'zonewright',
\ 'lsp': 'stdio',
\ 'executable': 'zonewright',
\ 'command': '%e lsp --stdio',
\ 'project_root': function('ZonewrightRoot'),
\})
