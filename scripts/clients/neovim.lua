-- What neovim.mjs has Neovim do. Ends with exit code 0 when all went as it should.

local function fail(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit 1")
end

local function wait_for(what, condition)
  if not vim.wait(60000, condition, 20) then
    fail("waited in vain for " .. what .. ": " .. vim.inspect(vim.diagnostic.get(0)))
  end
end

-- The recipe of docs/editors.md for Neovim before 0.11.
local client = vim.lsp.start_client({
  name = "leakcheck",
  cmd = { vim.env.LEAKCHECK_NODE, vim.env.LEAKCHECK_COMMAND, "lsp" },
  root_dir = vim.fn.getcwd(),
})
vim.lsp.buf_attach_client(0, client)

local function fix_all()
  local params = vim.lsp.util.make_range_params()
  params.context = { only = { "source.fixAll.leakcheck" }, diagnostics = {} }
  local answers = vim.lsp.buf_request_sync(0, "textDocument/codeAction", params, 5000)
  for id, answer in pairs(answers or {}) do
    local encoding = vim.lsp.get_client_by_id(id).offset_encoding
    for _, action in ipairs(answer.result or {}) do
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
    end
  end
end
vim.api.nvim_create_autocmd("BufWritePre", { pattern = "*.go", callback = fix_all })

wait_for("the finding", function()
  return #vim.diagnostic.get(0) == 1
end)
local finding = vim.diagnostic.get(0)[1]
if finding.code ~= "unclosed-file" or finding.lnum ~= 5 or finding.col ~= 11 then
  fail("another finding: " .. vim.inspect(finding))
end
if finding.severity ~= vim.diagnostic.severity.ERROR or finding.source ~= "leakcheck" then
  fail("another severity or source: " .. vim.inspect(finding))
end

vim.cmd("write")
wait_for("the finding to go", function()
  return #vim.diagnostic.get(0) == 0
end)
vim.cmd("qall!")
