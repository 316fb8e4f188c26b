package org.probity.ear;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.probity.ear.chain.ChainServlet;
import org.probity.ear.chain.SwitchedChain;
import org.probity.ear.clock.ClockServlet;
import org.probity.ear.clock.MovableClock;

/** The EAR as the build made it, with a clock that can be moved and a second web application for the tests at {@code /tests}. */
public final class Deployments {

    private static final String DESCRIPTOR = "META-INF/application.xml";
    private static final String TESTS_MODULE = """
            <module>
                <web>
                  <web-uri>tests.war</web-uri>
                  <context-root>/tests</context-root>
                </web>
              </module>
              <library-directory>""";

    private Deployments() {
    }

    /**
     * Browser and axe are not among them: a class that names these can only run outside the server.
     *
     * @param inContainer the test classes that run inside the server, and what they use
     */
    public static EnterpriseArchive probity(Class<?>... inContainer) {
        EnterpriseArchive ear = ShrinkWrap.createFromZipFile(EnterpriseArchive.class, new File(System.getProperty("probity.ear")));
        String descriptor = text(ear);
        ear.delete(DESCRIPTOR);
        ear.setApplicationXML(new StringAsset(descriptor.replace("<library-directory>", TESTS_MODULE)));
        ear.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "movable-clock.jar")
                .addClasses(MovableClock.class)
                .addClasses(MovableClock.class.getDeclaredClasses())
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"));
        ear.addAsModule(Testable.archiveToTest(ShrinkWrap.create(WebArchive.class, "tests.war")
                .addClasses(ClockServlet.class, RowsServlet.class, ObjectsServlet.class, BoardsServlet.class, Boards.class, Deployments.class)
                .addClasses(ObjectsServlet.class.getDeclaredClasses())
                .addClasses(inContainer)
                .addAsLibraries(new File(Assertions.class.getProtectionDomain().getCodeSource().getLocation().getPath()))
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")));
        return ear;
    }

    /** With a chain of the audit that can be switched off, and a servlet that does so. */
    public static EnterpriseArchive withSwitchedChain() {
        EnterpriseArchive ear = probity(ChainServlet.class);
        String descriptor = text(ear);
        ear.delete(DESCRIPTOR);
        ear.setApplicationXML(new StringAsset(descriptor.replace("<library-directory>",
                "<module><ejb>switched-chain.jar</ejb></module><library-directory>")));
        return ear.addAsModule(ShrinkWrap.create(JavaArchive.class, "switched-chain.jar").addClass(SwitchedChain.class)
                .addAsManifestResource(EmptyAsset.INSTANCE, "beans.xml"));
    }

    private static String text(EnterpriseArchive ear) {
        try (InputStream in = ear.get(DESCRIPTOR).getAsset().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
