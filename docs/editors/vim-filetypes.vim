" Vim 8 and newer: put this into ~/.vim/ftdetect/zonewright.vim.
autocmd BufNewFile,BufRead *.zone,*.zone.signed,*.zonefile,*.arpa,*.arpa.db,*.soa,db.*,*/zones/*.db setfiletype bindzone
autocmd BufNewFile,BufRead named.conf,named.conf.* setfiletype named
autocmd BufNewFile,BufRead nsd.conf,knot.conf,Corefile setfiletype nameserver

" One linter of ALE for all of them.
let g:ale_linter_aliases = extend(get(g:, 'ale_linter_aliases', {}), {'named': 'bindzone', 'nameserver': 'bindzone'})
