package org.probity.web.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentManager;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.probity.access.Caller;
import org.probity.access.CurrentCaller;
import org.probity.account.Account;
import org.probity.account.SignedIn;
import org.probity.kernel.Language;
import org.probity.tenancy.CurrentBoard;

/** What was done, said on the next page: as browsers see it. */
class AnnouncementsTest {

    private static final String OLWEN = "1";
    private static final String NIA = "2";

    private Undertow server;

    @BeforeEach
    void start() throws ServletException {
        DeploymentManager manager = Servlets.newContainer().addDeployment(Servlets.deployment().setClassLoader(getClass().getClassLoader())
                .setContextPath("/").setDeploymentName("test").addServlet(Servlets.servlet("page", Page.class).addMapping("/*")));
        manager.deploy();
        server = Undertow.builder().setIoThreads(1).addHttpListener(0, "127.0.0.1").setHandler(manager.start()).build();
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whatWasDoneIsSaidOnceToWhoeverDidIt() throws Exception {
        Browser olwen = new Browser(OLWEN);
        olwen.get("/signin");
        olwen.get("/act?done=Nia%20is%20a%20lead%20now");
        assertThat(new Browser(OLWEN).get("/next")).as("elsewhere").isEqualTo("[]");
        assertThat(olwen.get("/next")).isEqualTo("[Nia is a lead now]");
        assertThat(olwen.get("/next")).isEqualTo("[]");
    }

    /** As where the page after was never opened, and somebody else signs in at the same browser. */
    @Test
    void nobodyElseIsToldOfIt() throws Exception {
        Browser browser = new Browser(OLWEN);
        browser.get("/signin");
        browser.get("/act?done=Nia%20is%20a%20lead%20now");
        browser.who = NIA;
        assertThat(browser.get("/next")).isEqualTo("[]");
        browser.who = OLWEN;
        assertThat(browser.get("/next")).as("it has gone").isEqualTo("[]");
    }

    @Test
    void noOtherBoardsPageSaysIt() throws Exception {
        Browser olwen = new Browser(OLWEN);
        olwen.get("/signin");
        olwen.get("/act?board=chscb&done=Done");
        assertThat(olwen.get("/next?board=chscb")).isEqualTo("[Done]");
        for (String elsewhere : List.of("/next?board=nscb", "/next")) {
            olwen.get("/act?board=chscb&done=Done");
            assertThat(olwen.get(elsewhere)).isEqualTo("[]");
            assertThat(olwen.get("/next?board=chscb")).as("it has gone").isEqualTo("[]");
        }
    }

    @Test
    void aBrowserThatNobodyIsSignedInAtCarriesASentenceWithoutASession() throws Exception {
        Browser stranger = new Browser("");
        stranger.get("/link?done=identity.link.done");
        assertThat(stranger.cookies.getCookieStore().getCookies()).singleElement().returns("probity-announcement", HttpCookie::getName)
                .returns("identity.link.done", HttpCookie::getValue).returns(true, HttpCookie::isHttpOnly);
        assertThat(stranger.get("/next")).isEqualTo("[" + Texts.get(Language.CY, "identity.link.done") + "]");
        assertThat(stranger.get("/next")).isEqualTo("[]");
        assertThat(stranger.cookies.getCookieStore().getCookies()).isEmpty();
    }

    @Test
    void aBrowserThatSaysAnythingElseIsToldNothing() throws Exception {
        Browser stranger = new Browser("");
        stranger.get("/link?done=identity.account.factorOff");
        assertThat(stranger.get("/next")).isEqualTo("[]");
        assertThatThrownBy(() -> Announcements.toAnybody("identity.account.factorOff")).isInstanceOf(IllegalArgumentException.class);
    }

    private final class Browser {

        private final CookieManager cookies = new CookieManager();
        private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).build();
        private String who;

        Browser(String who) {
            this.who = who;
        }

        String get(String path) throws IOException, InterruptedException {
            int port = ((InetSocketAddress) server.getListenerInfo().get(0).getAddress()).getPort();
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Who", who).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
        }
    }

    /** Takes everybody's word for who they are. */
    public static final class Page extends HttpServlet {

        private static final long serialVersionUID = 1L;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            if (!request.getHeader("Who").isEmpty()) {
                request.setAttribute(SignedIn.ATTRIBUTE, new SignedIn(account(request.getHeader("Who")), 1L, null, false, Duration.ofMinutes(30), false, false));
            }
            String board = request.getParameter("board");
            if (board != null) {
                CurrentBoard.run(board, () -> answer(request, response));
            } else {
                answer(request, response);
            }
        }

        private static void answer(HttpServletRequest request, HttpServletResponse response) {
            switch (request.getPathInfo()) {
                case "/signin" -> request.getSession();
                case "/act" -> Announcements.keep(request, request.getParameter("done"));
                case "/link" -> Announcements.carry(request, response, request.getParameter("done"));
                default -> say(response, CurrentCaller.call(Caller.reporter().reading(Language.CY), () -> Announcements.take(request, response)));
            }
        }

        private static void say(HttpServletResponse response, List<String> texts) {
            response.setCharacterEncoding("UTF-8");
            try {
                response.getWriter().print(texts);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Account account(String id) {
            Account account = new Account("nia@example.org", "Nia", "nia@example.org", "hash", Language.EN, false);
            try {
                Field field = Account.class.getSuperclass().getDeclaredField("id");
                field.setAccessible(true);
                field.set(account, Long.valueOf(id));
                return account;
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        }
    }
}
