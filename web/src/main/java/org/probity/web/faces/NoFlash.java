package org.probity.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.faces.context.FlashFactory;
import jakarta.faces.context.FlashWrapper;
import java.util.Map;

/**
 * The flash of Faces, shut. Mojarra's is one map for the whole application; a browser is known there by a running number, which
 * it sends back encrypted but not signed, so that whoever changes a digit of their own is shown what was kept for somebody else.
 * What is done is said by {@link Announcements}; what only one browser may be shown, it carries itself, sealed.
 */
public class NoFlash extends FlashFactory {

    public NoFlash(FlashFactory wrapped) {
        super(wrapped);
    }

    @Override
    public Flash getFlash(boolean create) {
        return new Shut(getWrapped().getFlash(create));
    }

    /** Finds nothing, since no cookie is read; keeps nothing; and says so to whoever tries. */
    private static final class Shut extends FlashWrapper {

        Shut(Flash wrapped) {
            super(wrapped);
        }

        @Override
        public void doPrePhaseActions(FacesContext faces) {
            // the cookie would be read here
        }

        @Override
        public void doPostPhaseActions(FacesContext faces) {
            // the cookie would be written here
        }

        @Override
        public Object put(String key, Object value) {
            throw shut();
        }

        @Override
        public void putAll(Map<? extends String, ?> all) {
            throw shut();
        }

        @Override
        public void putNow(String key, Object value) {
            throw shut();
        }

        @Override
        public void keep(String key) {
            throw shut();
        }

        @Override
        public void setKeepMessages(boolean keep) {
            throw shut();
        }

        private static IllegalStateException shut() {
            return new IllegalStateException("The flash is open to other browsers: use Announcements, or seal what a browser is to carry");
        }
    }
}
