package dev.kontor.store.jta;

import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import javax.transaction.xa.XAResource;

/** The jakarta view of a javax transaction: EclipseLink casts to it. */
record JakartaTransaction(javax.transaction.Transaction transaction) implements Transaction {

    private interface Action<R> {
        R run() throws Exception;
    }

    @Override
    public void commit() throws SystemException {
        call(() -> {
            transaction.commit();
            return this;
        });
    }

    @Override
    public void rollback() throws SystemException {
        call(() -> {
            transaction.rollback();
            return this;
        });
    }

    @Override
    public void setRollbackOnly() throws SystemException {
        call(() -> {
            transaction.setRollbackOnly();
            return this;
        });
    }

    @Override
    public int getStatus() throws SystemException {
        return call(transaction::getStatus);
    }

    @Override
    public boolean enlistResource(XAResource resource) throws SystemException {
        return call(() -> transaction.enlistResource(resource));
    }

    @Override
    public boolean delistResource(XAResource resource, int flag) throws SystemException {
        return call(() -> transaction.delistResource(resource, flag));
    }

    @Override
    public void registerSynchronization(Synchronization listener) throws SystemException {
        call(() -> {
            transaction.registerSynchronization(new javax.transaction.Synchronization() {
                @Override
                public void beforeCompletion() {
                    listener.beforeCompletion();
                }

                @Override
                public void afterCompletion(int status) {
                    listener.afterCompletion(status);
                }
            });
            return this;
        });
    }

    private static <R> R call(Action<R> action) throws SystemException {
        try {
            return action.run();
        } catch (Exception e) { // a wall between two APIs: every checked exception of one becomes the other's
            SystemException translated = new SystemException(e.toString());
            translated.initCause(e);
            throw translated;
        }
    }
}
