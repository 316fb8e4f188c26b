package org.probity.investigation;

/** Nobody waits for a mail. */
class NoMail extends ConcernMail {

    @Override
    public void announce(String reference, boolean walled, boolean urgent) {
        // not here
    }

    @Override
    public void added(Investigation investigation) {
        // nor of this
    }

    @Override
    public void answered(String reference, Long question) {
        // nor of this
    }
}
