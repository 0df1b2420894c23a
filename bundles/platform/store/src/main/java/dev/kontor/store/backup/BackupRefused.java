package dev.kontor.store.backup;

import dev.kontor.api.text.Text;

/** A backup cannot be restored, for a reason that the operator can do something about. */
public final class BackupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    BackupRefused(String message, Text reason) {
        super(message);
        this.reason = reason;
    }

    public Text reason() {
        return reason;
    }
}
