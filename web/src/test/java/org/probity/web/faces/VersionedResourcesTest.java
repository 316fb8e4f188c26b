package org.probity.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.faces.application.Resource;
import jakarta.faces.application.ResourceHandler;
import jakarta.faces.application.ResourceHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Faces works out of a style sheet, it works out once, however often it is fetched. */
class VersionedResourcesTest {

    private int read;

    private final ResourceHandler resources = new VersionedResources(new ResourceHandlerWrapper(null) {
        @Override
        public Resource createResource(String name) {
            return new Read(name);
        }
    });

    @Test
    void aStyleSheetIsReadOnce() throws IOException {
        assertThat(fetched("one.css")).isEqualTo("one.css, read 1");
        assertThat(fetched("one.css")).isEqualTo("one.css, read 1");
        assertThat(fetched("other.css")).isEqualTo("other.css, read 2");
    }

    @Test
    void anythingElseIsNotKept() throws IOException {
        assertThat(fetched("font.ttf")).isEqualTo("font.ttf, read 1");
        assertThat(fetched("font.ttf")).isEqualTo("font.ttf, read 2");
    }

    @Test
    void whoCallsOneByEverMoreNamesFillsNoMemory() throws IOException {
        for (int n = 0; n < VersionedResources.MOST; n++) {
            fetched(n + ".css");
        }
        assertThat(fetched("one.css")).isNotEqualTo(fetched("one.css"));
        assertThat(fetched("0.css")).isEqualTo("0.css, read 1");
    }

    private String fetched(String name) throws IOException {
        try (InputStream in = resources.createResource(name).getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private final class Read extends Resource {

        Read(String name) {
            setResourceName(name);
            setContentType(name.endsWith(".css") ? "text/css" : "font/ttf");
        }

        @Override
        public InputStream getInputStream() {
            read++;
            return new ByteArrayInputStream((getResourceName() + ", read " + read).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public Map<String, String> getResponseHeaders() {
            return Map.of();
        }

        @Override
        public String getRequestPath() {
            return "/" + getResourceName();
        }

        @Override
        public URL getURL() {
            return null;
        }

        @Override
        public boolean userAgentNeedsUpdate(FacesContext context) {
            return true;
        }
    }
}
