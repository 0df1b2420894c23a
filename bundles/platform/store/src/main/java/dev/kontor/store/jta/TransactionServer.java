package dev.kontor.store.jta;

import org.eclipse.persistence.platform.server.ServerPlatformBase;
import org.eclipse.persistence.sessions.DatabaseSession;
import org.eclipse.persistence.sessions.ExternalTransactionController;

/** Tells EclipseLink which transaction controller to use. */
public final class TransactionServer extends ServerPlatformBase {

    public TransactionServer(DatabaseSession session) {
        super(session);
        disableRuntimeServices();
    }

    @Override
    public Class<? extends ExternalTransactionController> getExternalTransactionControllerClass() {
        return TransactionController.class;
    }
}
