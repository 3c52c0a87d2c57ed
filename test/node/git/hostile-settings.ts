// Settings of a repository that means harm: every key that can name a program names the one given.

export const hostileSettings = (evil: string): string => `
[core]
	fsmonitor = ${evil} fsmonitor
	hooksPath = hooks
	sshCommand = ${evil} sshCommand
	pager = ${evil} pager
	editor = ${evil} editor
	askPass = ${evil} askPass
	gitProxy = ${evil} gitProxy
	alternateRefsCommand = ${evil} alternateRefsCommand
	attributesFile = ${folderOf(evil)}/attributes
[pager]
	rev-parse = ${evil} pager.rev-parse
	rev-list = ${evil} pager.rev-list
	for-each-ref = ${evil} pager.for-each-ref
	cat-file = ${evil} pager.cat-file
	ls-tree = ${evil} pager.ls-tree
	diff-tree = ${evil} pager.diff-tree
	merge-file = ${evil} pager.merge-file
	tag = ${evil} pager.tag
[diff]
	external = ${evil} diff.external
[diff "evil"]
	textconv = ${evil} textconv
	command = ${evil} diff.command
[merge "evil"]
	driver = ${evil} merge.driver
[filter "evil"]
	clean = ${evil} clean
	smudge = ${evil} smudge
	process = ${evil} process
	required = true
[credential]
	helper = !${evil} credential
[gpg]
	program = ${evil} gpg
[gpg "ssh"]
	program = ${evil} gpg.ssh
	defaultKeyCommand = ${evil} defaultKeyCommand
[gpg "x509"]
	program = ${evil} gpg.x509
[tag]
	gpgSign = true
	forceSignAnnotated = true
[commit]
	gpgSign = true
[user]
	signingKey = evil
[merge]
	tool = evil
[mergetool "evil"]
	cmd = ${evil} mergetool
[difftool "evil"]
	cmd = ${evil} difftool
[interactive]
	diffFilter = ${evil} diffFilter
[submodule "evil"]
	update = !${evil} submodule
[log]
	showSignature = true
[sequence]
	editor = ${evil} sequence.editor
[uploadpack]
	packObjectsHook = ${evil} packObjectsHook
[remote "origin"]
	url = ext::${evil} ext
	uploadpack = ${evil} uploadpack
	promisor = true
	partialclonefilter = blob:none
	vcs = evil
[extensions]
	partialClone = origin
[protocol]
	allow = always
[alias]
	rev-parse = !${evil} alias
	rev-list = !${evil} alias
	cat-file = !${evil} alias
	ls-tree = !${evil} alias
	diff-tree = !${evil} alias
	for-each-ref = !${evil} alias
	merge-base = !${evil} alias
	merge-file = !${evil} alias
	tag = !${evil} alias
	version = !${evil} alias
[trailer "x"]
	command = ${evil} trailer
[trace2]
	normalTarget = ${folderOf(evil)}/trace
`;

const folderOf = (file: string): string => file.slice(0, file.lastIndexOf('/'));
