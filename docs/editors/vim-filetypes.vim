" Vim 8 and newer: put this into ~/.vim/ftdetect/zonewright.vim.
autocmd BufNewFile,BufRead *.zone,*.zone.signed,*.zonefile,*.arpa,*.arpa.db,*.soa,db.* setfiletype bindzone
autocmd BufNewFile,BufRead */zone/*.db,*/zones/*.db,*/bind/*.db,*/dns/*.db,*/named/*.db,*/named/*.hosts setfiletype bindzone
autocmd BufNewFile,BufRead named.ca,named.empty,named.localhost,named.loopback,named.root setfiletype bindzone
autocmd BufNewFile,BufRead named*.conf,named.conf.*,named.rfc*.zones,zones.rfc1918 setfiletype named
autocmd BufNewFile,BufRead */bind/*.conf,*/bind9/*.conf,*/named/*.conf,*/namedb/*.conf setfiletype named
autocmd BufNewFile,BufRead nsd*.conf,knot*.conf,Corefile,Corefile.*,*.corefile setfiletype nameserver

" One linter of ALE for all of them.
let g:ale_linter_aliases = extend(get(g:, 'ale_linter_aliases', {}), {'named': 'bindzone', 'nameserver': 'bindzone'})
