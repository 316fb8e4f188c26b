package org.probity.tenancy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.probity.kernel.Unguarded;

/**
 * Gives the database to beans that are no enterprise beans. The server looks for the persistence unit of these while it starts
 * the beans, and does not wait for it: without this, a deployment fails now and then.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
@Unguarded("Whoever is given it stands behind a door, or in the same room as one")
public class Entities {

    @PersistenceContext
    private EntityManager entities;

    /** The one of the running transaction. */
    @Produces
    public EntityManager entities() {
        return entities;
    }
}
