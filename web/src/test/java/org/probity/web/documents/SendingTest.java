package org.probity.web.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.access.Role;
import org.probity.kernel.Language;
import org.probity.kernel.Refusal;
import org.probity.kernel.TryAgainLater;

/** What a page says where a file is not handed out. */
class SendingTest {

    private final StringWriter written = new StringWriter();
    private final List<String> told = new ArrayList<>();

    @Test
    void whoeverMayTryAgainLaterIsToldWhenAndWhyInTheirLanguage() {
        TryAgainLater later = new TryAgainLater(Refusal.Kind.TOO_MANY, Duration.ofSeconds(10), "documents.refused.yoursUnderWay");
        for (Language language : Language.values()) {
            told.clear();
            refuse(language, new IllegalStateException(later));
            assertThat(told).contains("setStatus[429]", "setHeader[Retry-After, 10]", "setContentType[text/plain;charset=UTF-8]");
        }
        assertThat(written.toString()).contains("Other files are on their way to you").contains("Mae ffeiliau eraill ar eu ffordd atoch");
    }

    @Test
    void anyOtherRefusalIsItsStatusAndWhatIsNoneGoesOn() {
        refuse(Language.EN, Refusal.notFound());
        assertThat(told).containsExactly("sendError[404]");
        assertThatThrownBy(() -> refuse(Language.EN, new IllegalStateException("broken"))).hasMessage("broken");
    }

    private void refuse(Language language, RuntimeException thrown) {
        HttpServletResponse response = (HttpServletResponse) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {HttpServletResponse.class},
                (proxy, method, args) -> {
                    told.add(method.getName() + Arrays.toString(args));
                    return method.getName().equals("getWriter") ? new PrintWriter(written, true) : null;
                });
        CurrentCaller.run(new Caller(1L, 1L, "Olwen Officer", Set.of(Role.OFFICER), null, language), () -> {
            try {
                Sending.refuse(response, thrown);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
