-- Neovim 0.10 and newer: put this into init.lua, or into a file of its plugin/ folder.
vim.filetype.add({
  extension = { zone = 'bindzone', zonefile = 'bindzone', arpa = 'bindzone', soa = 'bindzone', corefile = 'corefile' },
  filename = {
    Corefile = 'corefile',
    ['named.ca'] = 'bindzone',
    ['named.empty'] = 'bindzone',
    ['named.localhost'] = 'bindzone',
    ['named.loopback'] = 'bindzone',
    ['named.root'] = 'bindzone',
    ['zones.rfc1918'] = 'named',
  },
  pattern = {
    ['.*%.zone%.signed'] = 'bindzone',
    ['.*%.arpa%.db'] = 'bindzone',
    ['.*/db%..*'] = 'bindzone',
    ['.*/zones?/.*%.db'] = 'bindzone',
    ['.*/bind/.*%.db'] = 'bindzone',
    ['.*/dns/.*%.db'] = 'bindzone',
    ['.*/named/.*%.db'] = 'bindzone',
    ['.*/named/.*%.hosts'] = 'bindzone',
    ['.*/named[^/]*%.conf'] = 'named',
    ['.*/named%.conf%..*'] = 'named',
    ['.*/named%.rfc[^/]*%.zones'] = 'named',
    ['.*/bind9?/.*%.conf'] = 'named',
    ['.*/namedb?/.*%.conf'] = 'named',
    ['.*/nsd[^/]*%.conf'] = 'nsdconf',
    ['.*/knot[^/]*%.conf'] = 'knotconf',
    ['.*/Corefile%..*'] = 'corefile',
  },
})

vim.api.nvim_create_autocmd('FileType', {
  pattern = { 'bindzone', 'named', 'nsdconf', 'knotconf', 'corefile' },
  callback = function(event)
    vim.lsp.start({
      name = 'zonewright',
      cmd = { 'zonewright', 'lsp', '--stdio' },
      root_dir = vim.fs.root(event.buf, { 'zonewright.json', '.git', 'named.conf' })
        or vim.fs.dirname(vim.api.nvim_buf_get_name(event.buf)),
      -- What a fix did is told, and nothing is asked: u takes it back, in each buffer that it changed.
      handlers = {
        ['window/showMessageRequest'] = function(_, params)
          vim.notify(params.message)
          return vim.NIL
        end,
      },
    }, { bufnr = event.buf })
  end,
})

-- For an address whose reverse zone is not yours: :ZonewrightRequest writes to its owner, :ZonewrightReverse makes the zone.
for name, command in pairs({ Request = 'zonewright.copyPtrRequest', Reverse = 'zonewright.createReverseZone' }) do
  vim.api.nvim_create_user_command('Zonewright' .. name, function()
    local client = vim.lsp.get_clients({ name = 'zonewright', bufnr = 0 })[1]
    if not client then return vim.notify('No zonewright runs for this file', vim.log.levels.WARN) end
    local place = vim.lsp.util.make_position_params(0, client.offset_encoding)
    local arguments = { { uri = place.textDocument.uri, position = place.position } }
    vim.lsp.buf_request(0, 'workspace/executeCommand', { command = command, arguments = arguments })
  end, {})
end
