" Vim 8 and newer with vim-lsp: put this into vimrc, and vim-filetypes.vim into ~/.vim/ftdetect.
autocmd User lsp_setup call lsp#register_server({
\ 'name': 'zonewright',
\ 'cmd': {server_info -> ['zonewright', 'lsp', '--stdio']},
\ 'root_uri': {server_info -> lsp#utils#path_to_uri(lsp#utils#find_nearest_parent_file_directory(
\   lsp#utils#get_buffer_path(), ['zonewright.json', 'named.conf', '.git/']))},
\ 'allowlist': ['bindzone', 'named', 'nameserver'],
\})
