package org.probity.web.signon;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.session.Session;
import io.undertow.server.session.SessionListener;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceHandle;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.access.Limit;
import org.probity.crypto.Keys;
import org.probity.kernel.Refusal;
import org.probity.signon.PendingSignIn;
import org.probity.signon.ProvenSignIn;
import org.probity.signon.SignOn;
import org.probity.tenancy.CurrentBoard;
import org.probity.web.http.RateLimiter;

/** The way to a board's provider and back, as a browser sees it. */
class SignInCookieTest {

    private static final String BOARD = "chscb";

    private final List<PendingSignIn> arrived = new ArrayList<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private Undertow server;

    @BeforeEach
    void start() throws ServletException, ReflectiveOperationException {
        SignOn signOn = new Provider();
        set(signOn, new Keyless(), Clock.systemUTC());
        RateLimiter open = new RateLimiter() {
            @Override
            public void browser(Limit limit, String carried) {
                assertThat(limit).isEqualTo(Limit.SIGN_ON_ADDRESS);
            }
        };
        SignOnStartServlet start = new SignOnStartServlet();
        SignOnReturnServlet back = new SignOnReturnServlet();
        set(start, signOn, open);
        set(back, signOn, open);
        Filter board = (request, response, chain) -> CurrentBoard.run(BOARD, () -> {
            try {
                chain.doFilter(request, response);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ServletException e) {
                throw new IllegalStateException(e);
            }
        });
        DeploymentInfo info = Servlets.deployment().setClassLoader(getClass().getClassLoader()).setContextPath("/" + BOARD).setDeploymentName("test")
                .addServlet(Servlets.servlet("start", SignOnStartServlet.class, () -> new ImmediateInstanceHandle<>(start)).addMapping("/signin/start"))
                .addServlet(Servlets.servlet("back", SignOnReturnServlet.class, () -> new ImmediateInstanceHandle<>(back)).addMapping("/signin/return"))
                .addFilter(Servlets.filter("board", Filter.class, () -> new ImmediateInstanceHandle<>(board)))
                .addFilterUrlMapping("board", "/*", DispatcherType.REQUEST);
        DeploymentManager manager = Servlets.newContainer().addDeployment(info);
        manager.deploy();
        server = Undertow.builder().setIoThreads(1).addHttpListener(0, "127.0.0.1").setHandler(Handlers.path().addPrefixPath("/" + BOARD, manager.start())).build();
        server.start();
        manager.getDeployment().getSessionManager().registerSessionListener(new SessionListener() {
            @Override
            public void sessionCreated(Session session, HttpServerExchange exchange) {
                sessions.incrementAndGet();
            }
        });
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void nothingIsKeptHereOfWhoeverSetsOut() throws Exception {
        HttpResponse<Void> away = get("/signin/start?next=/" + "A".repeat(60_000), null);
        assertThat(away.headers().firstValue("location").orElseThrow()).startsWith("https://login.example.org");
        assertThat(sessions).hasValue(0);
        assertThat(away.headers().allValues("set-cookie")).singleElement().asString().hasSizeLessThan(600).startsWith("probity-journeys=")
                .containsIgnoringCase("; path=/chscb/signin;").containsIgnoringCase("; httponly")
                .containsIgnoringCase("; max-age=600");
    }

    @Test
    void whoComesBackIsKnownOnceAndByWhatTheirBrowserCarriesAlone() throws Exception {
        String first = cookie(get("/signin/start?next=/chscb/policy", null));
        String both = cookie(get("/signin/start?again=true", first));
        HttpResponse<Void> back = get("/signin/return?state=state-1&code=c", both);
        assertThat(back.headers().firstValue("location")).hasValueSatisfying(to -> assertThat(to).endsWith("/chscb/signin?why=denied&next=%2Fchscb%2Fpolicy"));
        assertThat(arrived).singleElement().returns("nonce-1", PendingSignIn::nonce).returns("verifier-1", PendingSignIn::verifier).returns(BOARD, PendingSignIn::board)
                .returns(false, PendingSignIn::again);
        String left = cookie(back);
        for (String carried : new String[] {left, null, "probity-journeys=forged"}) {
            assertThat(get("/signin/return?state=state-1&code=c", carried).headers().firstValue("location").orElseThrow()).endsWith("/chscb/signin?why=late");
        }
        HttpResponse<Void> last = get("/signin/return?state=state-2&code=c", left);
        assertThat(arrived).hasSize(2).last().returns(true, PendingSignIn::again).returns(null, PendingSignIn::next);
        assertThat(last.headers().firstValue("set-cookie")).hasValueSatisfying(gone -> assertThat(gone).startsWith("probity-journeys=;").contains("Expires=Thu, 01-Jan-1970"));
        assertThat(sessions).hasValue(0);
    }

    private HttpResponse<Void> get(String path, String cookie) throws IOException, InterruptedException {
        String root = "http://127.0.0.1:" + ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort() + "/" + BOARD;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.discarding());
    }

    private static String cookie(HttpResponse<Void> answer) {
        return answer.headers().firstValue("set-cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private static void set(Object bean, Object... parts) throws IllegalAccessException {
        for (Class<?> of = bean.getClass(); of != Object.class; of = of.getSuperclass()) {
            for (Field field : of.getDeclaredFields()) {
                for (Object part : parts) {
                    if (field.getType().isInstance(part)) {
                        field.setAccessible(true);
                        field.set(bean, part);
                    }
                }
            }
        }
    }

    /** Whom it asks says no, in the end. */
    private final class Provider extends SignOn {

        private int asked;

        @Override
        public PendingSignIn departs(boolean again) {
            asked++;
            return new PendingSignIn(URI.create("https://login.example.org/?state=state-" + asked), BOARD, "state-" + asked, "nonce-" + asked, "verifier-" + asked,
                    Clock.systemUTC().instant(), again, null);
        }

        @Override
        public ProvenSignIn arrives(PendingSignIn pendingSignIn, String query) {
            arrived.add(pendingSignIn);
            throw Refusal.state("signon.refused.denied");
        }
    }

    /** Seals nothing, as ours are in folders. */
    private static final class Keyless extends Keys {

        @Override
        public String seal(String purpose, String secret) {
            return Base64.getEncoder().encodeToString((purpose + "\n" + secret).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String open(String purpose, String sealed) {
            String opened = new String(Base64.getDecoder().decode(sealed), StandardCharsets.UTF_8);
            if (!opened.startsWith(purpose + "\n")) {
                throw new IllegalStateException();
            }
            return opened.substring(purpose.length() + 1);
        }
    }
}
