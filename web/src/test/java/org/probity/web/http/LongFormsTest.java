package org.probity.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.util.ImmediateInstanceHandle;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Field;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.probity.access.Caller;
import org.probity.access.Role;
import org.probity.account.Account;
import org.probity.account.SignedIn;
import org.probity.kernel.Language;
import org.probity.member.Members;
import org.probity.signon.Providers;
import org.probity.web.faces.PrettyViewHandler;

/** Whoever has sent a long form is looked for again before anything is done by it. */
class LongFormsTest extends IntakeServer {

    private static final String BOARD = "chscb";
    private static final Caller OFFICER = member(Set.of(Role.OFFICER));
    private static final String HEAD = "POST /door%s HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: JSESSIONID=known\r\n"
            + "Content-Type: %s\r\nContent-Length: %d\r\n\r\n";
    private static final int LONG = 300_000;
    private static final int SECONDS_TO_COME_IN = 10;

    private final LongBodies longBodies = new LongBodies();
    private final CountDownLatch found = new CountDownLatch(1);
    private volatile boolean signedIn = true;
    private volatile boolean admitted = true;
    private volatile Caller member = OFFICER;

    /** How a form is sent. */
    private enum Kind {
        TYPED("application/x-www-form-urlencoded", "words=", ""),
        WITH_FILES("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"words\"\r\n\r\n", "\r\n--b--\r\n");

        private final String type;
        private final String start;
        private final String end;

        Kind(String type, String start, String end) {
            this.type = type;
            this.start = start;
            this.end = end;
        }

        private String body(int length) {
            return start + "a".repeat(length) + end;
        }
    }

    @BeforeEach
    void start() throws ServletException {
        DeploymentInfo info = Servlets.deployment()
                .addServlet(Servlets.servlet("door", Door.class, () -> new ImmediateInstanceHandle<>(new Door())).addMapping("/door/*"))
                .addServlet(Servlets.servlet("form", Form.class, () -> new ImmediateInstanceHandle<>(new Form())).addMapping("/form")
                        .setMultipartConfig(new MultipartConfigElement("")))
                .addServlet(Servlets.servlet("plain", Form.class, () -> new ImmediateInstanceHandle<>(new Form())).addMapping("/plain"))
                .addFilter(Servlets.filter("late", LongForms.class, () -> new ImmediateInstanceHandle<>(longForms())))
                .addFilterUrlMapping("late", "/*", DispatcherType.FORWARD);
        start(2, info);
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsStillThereDoesWhatTheyHaveSent(Kind kind) throws Exception {
        assertThat(answer(kind, () -> { })).startsWith("HTTP/1.1 200").endsWith("300000");
    }

    @ParameterizedTest
    @EnumSource
    void whoseSessionEndsMeanwhileDoesNothing(Kind kind) throws Exception {
        assertSentAway(answer(kind, () -> signedIn = false));
    }

    @Test
    void whoseMembershipEndsMeanwhileDoesNothing() throws Exception {
        assertSentAway(answer(Kind.TYPED, () -> member = null));
    }

    @Test
    void whoHasOtherRolesDoesNothing() throws Exception {
        assertSentAway(answer(Kind.TYPED, () -> member = member(Set.of(Role.OFFICER, Role.LEAD))));
    }

    @Test
    void whoCameInAWayThatTheBoardNoLongerTakesDoesNothing() throws Exception {
        assertSentAway(answer(Kind.TYPED, () -> admitted = false));
    }

    /** It has come in before anybody was looked for. */
    @Test
    void ofAShortFormNobodyIsAskedTwice() throws IOException {
        signedIn = false;
        String body = Kind.TYPED.body(10);
        assertThat(all(send(HEAD.formatted("/form", Kind.TYPED.type, body.length()) + body))).startsWith("HTTP/1.1 200").endsWith("\r\n10");
    }

    @Test
    void whereNoFilesAreTakenNoneAreRead() throws IOException {
        String body = Kind.WITH_FILES.body(LONG);
        assertThat(all(send(HEAD.formatted("/plain", Kind.WITH_FILES.type, body.length()) + body))).startsWith("HTTP/1.1 200").endsWith("null");
    }

    private static void assertSentAway(String answer) {
        assertThat(answer).startsWith("HTTP/1.1 302").containsPattern("(?i)location: \\S*/door/form\r\n").doesNotContain("300000");
    }

    /** Half of it comes in, then that happens, then the rest. */
    private String answer(Kind kind, Runnable meanwhile) throws IOException, InterruptedException {
        String body = kind.body(LONG);
        Socket socket = send(HEAD.formatted("/form", kind.type, body.length()) + body.substring(0, LONG / 2));
        assertThat(found.await(SECONDS_TO_COME_IN, TimeUnit.SECONDS)).isTrue();
        meanwhile.run();
        socket.getOutputStream().write(body.substring(LONG / 2).getBytes(StandardCharsets.US_ASCII));
        return all(socket);
    }

    private static Caller member(Set<Role> roles) {
        return new Caller(1L, 2L, "Olwen Officer", roles, null, Language.EN).at(BOARD);
    }

    /** As the one filter does it. */
    private final class Door extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
            Account account = new Account("olwen@example.org", "Olwen Officer", "olwen@example.org", "-", Language.EN, false);
            request.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(account, 3L, null, false, Duration.ofMinutes(30), false, true));
            request.setAttribute(PrettyViewHandler.ADDRESS, request.getRequestURI());
            LongBodies.Turn turn = longBodies.enter(request, 1L, LongBodies.FILES);
            found.countDown();
            try {
                BoardRequest inside = new BoardRequest(request, BOARD, Map.of());
                new RequestContext(BOARD, OFFICER).run(() -> request.getRequestDispatcher(request.getPathInfo()).forward(inside, response));
            } finally {
                longBodies.leave(turn);
            }
        }
    }

    private static final class Form extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String words = request.getParameter("words");
            response.getWriter().print(words == null ? null : words.length());
        }
    }

    private LongForms longForms() {
        LongForms filter = new LongForms();
        SessionAuthenticator sessionAuthenticator = new SessionAuthenticator() {
            @Override
            boolean stays(HttpServletRequest request) {
                return signedIn;
            }
        };
        Providers providers = new Providers() {
            @Override
            public boolean admits(String through) {
                return admitted;
            }
        };
        Members members = new Members() {
            @Override
            public Optional<Caller> caller(Long accountId, Language language) {
                return Optional.ofNullable(member);
            }
        };
        for (Object part : new Object[] {sessionAuthenticator, providers, members}) {
            give(filter, part);
        }
        return filter;
    }

    private static void give(LongForms filter, Object part) {
        Field field = Arrays.stream(LongForms.class.getDeclaredFields()).filter(f -> f.getType().isInstance(part)).findFirst().orElseThrow();
        try {
            field.setAccessible(true);
            field.set(filter, part);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
