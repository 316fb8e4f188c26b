package org.probity.tenancy;

import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.persister.entity.EntityPersister;

/** Lets a new board be entered, in the transaction that writes it, whoever does. */
final class BoardAdmission implements PostInsertEventListener {

    private static final long serialVersionUID = 1L;

    static void watch(SessionFactoryImplementor factory) {
        factory.getEventEngine().getListenerRegistry().appendListeners(EventType.POST_INSERT, new BoardAdmission());
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (event.getEntity() instanceof Board board) {
            SharedSessionContractImplementor session = event.getSession();
            session.doWork(connection -> CaseDatabase.admit(connection, board.slug()));
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
