package dev.kontor.store.jta;

import java.util.concurrent.atomic.AtomicReference;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.eclipse.persistence.internal.sessions.AbstractSession;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.eclipse.persistence.transaction.AbstractSynchronizationListener;
import org.eclipse.persistence.transaction.AbstractTransactionController;

/**
 * EclipseLink on the javax transaction manager. EclipseLink makes it by its class name, so the manager is handed over in
 * a static place, by whoever has one: {@link JtaTransactions}.
 */
public final class TransactionController extends AbstractTransactionController {

    private static final AtomicReference<TransactionManager> MANAGER = new AtomicReference<>();

    public TransactionController() {
        listenerFactory = Listener::new;
    }

    static void manager(TransactionManager manager) {
        MANAGER.set(manager);
    }

    private static TransactionManager manager() {
        return MANAGER.get();
    }

    private static int status(Object status) {
        return (Integer) status;
    }

    @Override
    public boolean isRolledBack_impl(Object status) {
        return status(status) == Status.STATUS_ROLLEDBACK;
    }

    @Override
    protected void registerSynchronization_impl(AbstractSynchronizationListener listener, Object transaction)
            throws Exception {
        ((JakartaTransaction) transaction).transaction().registerSynchronization((Synchronization) listener);
    }

    @Override
    protected Object getTransaction_impl() throws Exception {
        Transaction transaction = manager().getTransaction();
        return transaction == null ? null : new JakartaTransaction(transaction); // null is EclipseLink's "none"
    }

    @Override
    protected Object getTransactionKey_impl(Object transaction) {
        return transaction == null ? null : ((JakartaTransaction) transaction).transaction();
    }

    @Override
    protected Object getTransactionStatus_impl() throws Exception {
        return manager().getStatus();
    }

    @Override
    protected void beginTransaction_impl() throws Exception {
        manager().begin();
    }

    @Override
    protected void commitTransaction_impl() throws Exception {
        manager().commit();
    }

    @Override
    protected void rollbackTransaction_impl() throws Exception {
        manager().rollback();
    }

    @Override
    protected void markTransactionForRollback_impl() throws Exception {
        manager().setRollbackOnly();
    }

    @Override
    protected boolean canBeginTransaction_impl(Object status) {
        return status(status) == Status.STATUS_NO_TRANSACTION;
    }

    @Override
    protected boolean canCommitTransaction_impl(Object status) {
        return status(status) == Status.STATUS_ACTIVE;
    }

    @Override
    protected boolean canRollbackTransaction_impl(Object status) {
        return status(status) == Status.STATUS_ACTIVE || status(status) == Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    protected boolean canIssueSQLToDatabase_impl(Object status) {
        return status(status) == Status.STATUS_ACTIVE || status(status) == Status.STATUS_PREPARING;
    }

    @Override
    protected boolean canMergeUnitOfWork_impl(Object status) {
        return status(status) == Status.STATUS_COMMITTED;
    }

    @Override
    protected String statusToString_impl(Object status) {
        return String.valueOf(status);
    }

    private static final class Listener extends AbstractSynchronizationListener implements Synchronization {

        Listener(UnitOfWorkImpl work, AbstractSession session, Object transaction, AbstractTransactionController controller) {
            super(work, session, transaction, controller);
        }

        @Override
        public void afterCompletion(int status) {
            afterCompletion(Integer.valueOf(status));
        }
    }
}
