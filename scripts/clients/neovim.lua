-- What neovim.mjs has Neovim do after the recipe of docs/editors.md. Ends with exit code 0 when all went as it should.

local function fail(message)
  io.stderr:write(message .. "\n")
  vim.cmd("cquit 1")
end

local function wait_for(what, condition)
  if not vim.wait(60000, condition, 20) then
    fail("waited in vain for " .. what .. ": " .. vim.inspect(vim.diagnostic.get(0)))
  end
end

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
