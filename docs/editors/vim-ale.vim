" Vim 8 and newer with ALE: put this into vimrc, or into a file of ~/.vim/plugin.
augroup zonewright
  autocmd!
  autocmd BufNewFile,BufRead *.zone,*.zone.signed,*.zonefile,*.arpa,*.arpa.db,*.soa,db.*,*/zones/*.db setfiletype bindzone
  autocmd BufNewFile,BufRead named.conf,named.conf.* setfiletype named
  autocmd BufNewFile,BufRead nsd.conf,knot.conf,Corefile setfiletype nameserver
augroup END

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

function! ZonewrightLinters() abort
  for l:type in ['bindzone', 'named', 'nameserver']
    call ale#linter#Define(l:type, {
    \ 'name': 'zonewright',
    \ 'lsp': 'stdio',
    \ 'executable': 'zonewright',
    \ 'command': '%e lsp --stdio',
    \ 'project_root': function('ZonewrightRoot'),
    \})
  endfor
endfunction
autocmd VimEnter * call ZonewrightLinters()

" :ALEHover, :ALERename and :ALECodeAction do the rest.
