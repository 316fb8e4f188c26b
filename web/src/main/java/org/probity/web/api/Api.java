package org.probity.web.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The REST API: every step of the main job, behind the same services, rules and walls as the pages. */
@ApplicationPath("/api")
@OpenAPIDefinition(
        info = @Info(title = "Probity", version = "1", description = "Compliance cases of safeguarding boards: from a concern to "
                + "the employer's outcome. Every address names its board. Lists are paged and answer with items and a total. "
                + "Text in which nothing can be seen, such as spaces, counts as absent. "
                + "What goes wrong is answered as application/problem+json, in the language of Accept-Language (en or cy). "
                + "A POST with an Idempotency-Key happens once; with If-Match it happens on that version or not at all. "
                + "Every answer of a demonstration, which holds nothing but fiction, carries Probity-Installation: demo."),
        security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(securitySchemeName = "bearer", type = SecuritySchemeType.HTTP, scheme = "bearer",
        description = "A token of one board. Only its hash is kept. It ends when its owner chooses another passphrase, or sets up or "
                + "turns off a second factor, and opens nothing while the board asks them for one that they lack. Reporting a concern and "
                + "following it up need none.")
public class Api extends Application {
}
