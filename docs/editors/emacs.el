;;; Emacs 29 and newer, with its own eglot: put this into init.el.

;; dns-mode raises the serial at each saving, whatever has changed; a fix and "Bump serial" do it once a change.
(setq dns-mode-soa-auto-increment-serial nil)

(dolist (name '("\\.zone\\'" "\\.zone\\.signed\\'" "\\.zonefile\\'" "\\.arpa\\'" "\\.arpa\\.db\\'" "\\.soa\\'"
                "/db\\.[^/]+\\'" "/\\(bind\\|dns\\|named\\|zones?\\)/.+\\.db\\'" "/named/.+\\.hosts\\'"
                "/named\\.\\(ca\\|empty\\|localhost\\|loopback\\|root\\)\\'"))
  (add-to-list 'auto-mode-alist (cons name 'dns-mode)))

;; A mode of their own, so that other configurations are left alone.
(define-derived-mode name-server-mode conf-mode "Name-Server")
(dolist (name '("/named[^/]*\\.conf\\'" "/named\\.conf\\.[^/]+\\'" "/named\\.rfc[^/]*\\.zones\\'" "/zones\\.rfc1918\\'"
                "/\\(bind9?\\|namedb?\\)/.+\\.conf\\'" "/\\(nsd\\|knot\\)[^/]*\\.conf\\'"
                "/Corefile\\(\\.[^/]+\\)?\\'" "\\.corefile\\'"))
  (add-to-list 'auto-mode-alist (cons name 'name-server-mode)))

;; A workspace is what lies below one of these, or in a repository.
(with-eval-after-load 'project
  (setq project-vc-extra-root-markers (append '("zonewright.json" "named.conf") project-vc-extra-root-markers)))

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((dns-mode name-server-mode) . ("zonewright" "lsp" "--stdio"))))
(add-hook 'dns-mode-hook 'eglot-ensure)
(add-hook 'name-server-mode-hook 'eglot-ensure)

(defun zonewright-at-point (command)
  "Have the server run COMMAND for the address at point."
  (jsonrpc-request (eglot-current-server) :workspace/executeCommand
                   (list :command command
                         :arguments (vector (list :uri (plist-get (eglot--TextDocumentIdentifier) :uri)
                                                  :position (eglot--pos-to-lsp-position))))))
(defun zonewright-reverse-zone ()
  "Make the reverse zone of the address at point."
  (interactive)
  (zonewright-at-point "zonewright.createReverseZone"))
(defun zonewright-ptr-request ()
  "Ask the owner of the network of the address at point for a PTR record."
  (interactive)
  (zonewright-at-point "zonewright.copyPtrRequest"))
