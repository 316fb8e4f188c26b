package org.probity.checkpoint;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.probity.audit.Canonical;
import org.probity.kernel.Unguarded;

/**
 * Has checkpoints time-stamped by an authority (RFC 3161), where {@code PROBITY_WITNESS_TSA} names one by its address: its
 * answer lies beside the file of checkpoints and tells, with the authority's own key, that a chain ended there by then. The
 * authority learns a hash and nothing else. What fails is tried again with the next round.
 */
@Unguarded("The clockwork itself; it reads checkpoints, which say nothing of what was done")
@Singleton
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TimeStamps {

    private static final Logger LOG = Logger.getLogger(TimeStamps.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int NONCE_BITS = 64;
    private static final int LONGEST_ANSWER = 100_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private CheckpointFiles files;

    private final Duration patience;

    public TimeStamps() {
        this(PATIENCE);
    }

    TimeStamps(Duration patience) {
        this.patience = patience;
    }

    /** The newest checkpoint of each chain; older ones are covered by it. */
    @Schedule(hour = "*", minute = "3/15", persistent = false)
    public void round() {
        String authority = System.getenv("PROBITY_WITNESS_TSA");
        if (authority != null && !authority.isBlank()) {
            stamp(URI.create(authority.strip()));
        }
    }

    void stamp(URI authority) {
        for (SignedCheckpoint checkpoint : files.newest()) {
            if (!files.isStamped(checkpoint)) {
                attempt(authority, checkpoint);
            }
        }
    }

    private void attempt(URI authority, SignedCheckpoint checkpoint) {
        try {
            files.stamped(checkpoint, ask(authority, checkpoint));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | TSPException | RuntimeException e) {
            LOG.log(Level.WARNING, () -> "A checkpoint could not be time-stamped: " + e.getClass().getSimpleName());
        }
    }

    /** @throws TSPException where the answer is about something else, not signed, or a refusal */
    private byte[] ask(URI authority, SignedCheckpoint checkpoint) throws IOException, InterruptedException, TSPException {
        TimeStampRequestGenerator asking = new TimeStampRequestGenerator();
        asking.setCertReq(true);
        TimeStampRequest request = asking.generate(TSPAlgorithms.SHA256, Canonical.sha256(Canonical.utf8(checkpoint.line())),
                new BigInteger(NONCE_BITS, RANDOM));
        byte[] bytes = answer(HttpRequest.newBuilder(authority).header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.getEncoded())).build());
        TimeStampResponse stamp = new TimeStampResponse(bytes);
        stamp.validate(request);
        if (stamp.getTimeStampToken() == null) {
            throw new TSPException("The authority gave no time-stamp");
        }
        requireSigned(stamp.getTimeStampToken());
        return bytes;
    }

    /** With the certificate that it brings, which has to be one for time-stamps and of that time; whose it is, whoever relies on it decides. */
    private static void requireSigned(TimeStampToken token) throws TSPException {
        X509CertificateHolder signer = token.getCertificates().getMatches(null).stream().filter(token.getSID()::match).findFirst()
                .orElseThrow(() -> new TSPException("The authority gave no certificate"));
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        } catch (OperatorCreationException | CertificateException e) {
            throw new TSPException("The certificate of the authority cannot be used", e);
        }
    }

    /** The time that a request allows ends with the heads of its answer: this is for all of it. Of a long answer the beginning. */
    private byte[] answer(HttpRequest request) throws IOException, InterruptedException {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        CompletableFuture<HttpResponse<Void>> whole = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(patience).build()
                .sendAsync(request, HttpResponse.BodyHandlers.ofByteArrayConsumer(piece -> piece.ifPresent(
                        bytes -> read.write(bytes, 0, Math.min(bytes.length, LONGEST_ANSWER - read.size())))));
        try {
            whole.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return read.toByteArray();
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("The authority did not answer", e);
        } finally {
            whole.cancel(true);
        }
    }
}
