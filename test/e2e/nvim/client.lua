-- nvim --headless --clean -l client.lua CLI FILE RULE TITLE: Neovim as a language client. Attaches the server to zone files,
-- waits for a finding of the rule, applies the first quick fix whose title holds TITLE, writes all files and prints what it
-- saw as one line of JSON.
local cli, file, rule, title = arg[1], arg[2], arg[3], arg[4]

local function fail(message)
  io.stderr:write(message .. '\n')
  os.exit(1)
end

vim.cmd('filetype on')
vim.api.nvim_create_autocmd('FileType', {
  pattern = 'bindzone',
  callback = function(event)
    vim.lsp.start({
      name = 'zonewright',
      cmd = { 'node', cli, 'lsp', '--stdio' },
      root_dir = vim.fs.dirname(file),
    }, { bufnr = event.buf })
  end,
})
vim.cmd.edit(vim.fn.fnameescape(file))
local buffer = vim.api.nvim_get_current_buf()

local function finding()
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    if diagnostic.code == rule then return diagnostic end
  end
end

if not vim.wait(20000, function() return finding() ~= nil end, 20) then
  fail('no finding of ' .. rule .. ' among ' .. vim.inspect(vim.diagnostic.get(buffer)))
end
local found = finding()
local client = vim.lsp.get_clients({ bufnr = buffer })[1]
local params = {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = found.user_data.lsp.range,
  context = { diagnostics = { found.user_data.lsp }, only = { 'quickfix' } },
}
local response = client.request_sync('textDocument/codeAction', params, 10000, buffer)
local action
for _, candidate in ipairs(response and response.result or {}) do
  if not action and candidate.title:find(title, 1, true) then action = candidate end
end
if not action then fail('no such action: ' .. vim.inspect(response)) end
if not action.edit then
  local resolved = client.request_sync('codeAction/resolve', action, 10000, buffer)
  if not resolved or resolved.err then fail('not resolved: ' .. vim.inspect(resolved)) end
  action = resolved.result
end
vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding)
local cleared = vim.wait(10000, function()
  local left = finding()
  return left == nil or left.lnum ~= found.lnum
end, 20)
vim.cmd('silent wall')
client.stop()
local stopped = vim.wait(5000, function() return client.is_stopped() end, 20)
io.stdout:write(vim.json.encode({
  message = found.message,
  line = found.lnum + 1,
  title = action.title,
  cleared = cleared,
  stopped = stopped,
}) .. '\n')
os.exit(0)
