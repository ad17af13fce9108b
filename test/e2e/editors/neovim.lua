-- nvim --headless --clean -l neovim.lua SNIPPET FILE: Neovim with the snippet of docs/editors. Waits for the finding at the
-- AAAA record, reads its hover, makes the fix, renames a host, writes all files, and prints what it saw as a line of JSON.
local snippet, file = arg[1], arg[2]

local function fail(message)
  io.stderr:write(message .. '\n')
  os.exit(1)
end

local function wait(what, condition)
  if not vim.wait(20000, condition, 20) then fail('no ' .. what .. ': ' .. vim.inspect(vim.diagnostic.get(0))) end
end

vim.cmd('filetype on')
dofile(snippet)
vim.cmd.edit(vim.fn.fnameescape(file))
local function find(text)
  vim.fn.cursor(1, 1)
  if vim.fn.search('\\V' .. text) == 0 then fail('no ' .. text) end
end
local function finding()
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    if diagnostic.message:find('2001:db8::10', 1, true) then return diagnostic end
  end
end
wait('finding', function() return finding() ~= nil end)
local found = finding()
local client = vim.lsp.get_clients({ bufnr = 0 })[1]

find('2001:db8::10')
vim.lsp.buf.hover()
local function hover()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then
      return table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false), '\n')
    end
  end
end
wait('hover', function() return hover() ~= nil end)
local explained = hover()

local title
vim.lsp.buf.code_action({
  apply = true,
  filter = function(action)
    if not action.title:find('PTR mail.', 1, true) then return false end
    title = action.title
    return true
  end,
})
wait('fixed finding', function() return title ~= nil and finding() == nil end)

find('vault\t')
vim.lsp.buf.rename('archive')
wait('renamed host', function() return vim.fn.search('^archive\\t', 'nw') > 0 end)
vim.cmd('silent wall')
client.stop()
local stopped = vim.wait(5000, function() return client.is_stopped() end, 20)
io.stdout:write('\n' .. vim.json.encode({
  message = found.message,
  hover = explained,
  title = title,
  stopped = stopped,
}) .. '\n')
os.exit(0)
