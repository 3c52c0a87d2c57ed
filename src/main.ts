#!/usr/bin/env node
// The command line's entry: wires the ports to the commands.
console.log('landfall');
