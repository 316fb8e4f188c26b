package org.probity.ear;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Hands an object to {@link ObjectsServlet}, to be read inside a server with a movable clock. */
final class SerialisedObject {

    private SerialisedObject() {
    }

    /** @return what came of it */
    static String readBy(Server server, Serializable object) throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(object);
        }
        return Server.client().send(HttpRequest.newBuilder(URI.create(server.address() + "/tests/test-objects"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(bytes.toByteArray())).build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
