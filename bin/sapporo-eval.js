#!/usr/bin/env node
// Before anything is loaded, so that a stack leads to the source.
if (process.argv.includes('--debug')) process.setSourceMapsEnabled(true)
await import('../dist/cli/main.js')
