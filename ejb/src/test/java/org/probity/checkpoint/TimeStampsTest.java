package org.probity.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.probity.TestDatabase;
import org.probity.audit.Canonical;

/** A checkpoint is time-stamped by a real authority of RFC 3161, and nothing that is not about it is kept as its time-stamp. */
class TimeStampsTest {

    private static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");
    private static final Date NOW = Date.from(AT);

    @TempDir
    private Path folder;

    private CheckpointFiles files;
    private KeyPair authority;
    private X509CertificateHolder certificate;
    private HttpServer server;
    private SignedCheckpoint checkpoint;

    @BeforeEach
    void signACheckpoint() throws Exception {
        files = new CheckpointFiles(folder);
        KeyPair own = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        checkpoint = SignedCheckpoint.sign("chscb", 7, "x".repeat(43), AT, own.getPrivate(), own.getPublic());
        files.append(SignedCheckpoint.sign("chscb", 5, "y".repeat(43), AT, own.getPrivate(), own.getPublic()));
        files.append(checkpoint);
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        rsa.initialize(2048);
        authority = rsa.generateKeyPair();
        X500Name name = new X500Name("CN=Example Time-Stamping Authority");
        certificate = new JcaX509v3CertificateBuilder(name, BigInteger.ONE, new Date(0), Date.from(AT.plusSeconds(3_000_000_000L)), name, authority.getPublic())
                .addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping))
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(authority.getPrivate()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void theNewestCheckpointIsStamped() throws Exception {
        serving(0);
        stamp();

        TimeStampResponse kept = new TimeStampResponse(Files.readAllBytes(folder.resolve("chscb-7.tsr")));
        TimeStampToken token = kept.getTimeStampToken();
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
        assertThat(token.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(Canonical.sha256(Canonical.utf8(checkpoint.line())));
        assertThat(folder.resolve("chscb-5.tsr")).doesNotExist();
    }

    @Test
    void anAnswerAboutSomethingElseIsNotKept() throws IOException {
        serving(1);
        stamp();

        assertThat(folder.resolve("chscb-7.tsr")).doesNotExist();
    }

    @Test
    void anAnswerThatNobodySignedIsNotKept() throws IOException {
        server.createContext("/tsa", exchange -> {
            byte[] answer = answer(exchange.getRequestBody().readAllBytes(), 0);
            answer[answer.length - 1] ^= 1;
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        stamp();

        assertThat(folder.resolve("chscb-7.tsr")).doesNotExist();
    }

    @Test
    void anAuthorityThatIsNotThereIsAskedAgainWithTheNextRound() throws IOException {
        URI nobody = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        stamp(nobody);
        assertThat(folder.resolve("chscb-7.tsr")).doesNotExist();

        serving(0);
        stamp();
        assertThat(folder.resolve("chscb-7.tsr")).exists();
    }

    /** Whoever sends the heads and then nothing would hold the round for ever. */
    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void anAuthorityThatNeverEndsItsAnswerIsNotWaitedFor() throws IOException {
        CountDownLatch asked = new CountDownLatch(1);
        server.createContext("/tsa", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
            asked.countDown();
        });
        TestDatabase.wire(new TimeStamps(Duration.ofSeconds(2)), files).stamp(address());

        assertThat(asked.getCount()).isZero();
        assertThat(folder.resolve("chscb-7.tsr")).doesNotExist();
    }

    private void stamp() {
        stamp(address());
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/tsa");
    }

    private void stamp(URI where) {
        TestDatabase.wire(new TimeStamps(), files).stamp(where);
    }

    /** @param wrong how many bits of what is asked for are answered wrongly */
    private void serving(int wrong) {
        server.createContext("/tsa", exchange -> {
            byte[] asked = exchange.getRequestBody().readAllBytes();
            byte[] answer = answer(asked, wrong);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
    }

    private byte[] answer(byte[] asked, int wrong) throws IOException {
        try {
            if (wrong > 0) {
                asked[asked.length / 2] ^= 1;
            }
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withRSA", authority.getPrivate(), certificate),
                    new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    new ASN1ObjectIdentifier("1.2.3.4"));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            return new TimeStampResponseGenerator(tokens, Set.of(TSPAlgorithms.SHA256)).generate(new TimeStampRequest(asked), BigInteger.TEN, NOW).getEncoded();
        } catch (Exception e) {
            throw new IOException(e);
        }
    }
}
