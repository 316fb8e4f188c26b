package org.probity.ear;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.concurrent.TimeUnit;

/** Whether a server gives pages yet: it listens long before. */
record Answering(URI page) {

    private static final int MILLIS_TO_ANSWER = 5_000;
    private static final long MILLIS_BETWEEN = 250;

    /** @return false where the server has ended before it answered */
    boolean isSoon(Process server) {
        try {
            while (!server.waitFor(MILLIS_BETWEEN, TimeUnit.MILLISECONDS)) {
                if (isNow()) {
                    return true;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private boolean isNow() {
        try {
            HttpURLConnection asked = (HttpURLConnection) page.toURL().openConnection();
            asked.setConnectTimeout(MILLIS_TO_ANSWER);
            asked.setReadTimeout(MILLIS_TO_ANSWER);
            int status = asked.getResponseCode();
            asked.disconnect();
            return status == HttpURLConnection.HTTP_OK;
        } catch (IOException notYet) {
            return false;
        }
    }
}
