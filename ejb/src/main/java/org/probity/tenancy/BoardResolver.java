package org.probity.tenancy;

import org.hibernate.context.spi.CurrentTenantIdentifierResolver;

/** Tells Hibernate the current board. Without one it names a board that cannot exist, so nothing is found or kept. */
public class BoardResolver implements CurrentTenantIdentifierResolver<String> {

    /** In the place of a board where the work belongs to the installation. */
    public static final String NO_BOARD = "-";

    @Override
    public String resolveCurrentTenantIdentifier() {
        String slug = CurrentBoard.orNone();
        return slug == null ? NO_BOARD : slug;
    }

    @Override
    public boolean validateExistingCurrentSessions() {
        return false;
    }
}
