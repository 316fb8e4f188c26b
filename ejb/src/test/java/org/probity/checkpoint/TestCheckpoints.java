package org.probity.checkpoint;

import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.probity.TestDatabase;
import org.probity.archivefile.Manifest;
import org.probity.crypto.Keys;
import org.probity.tenancy.BoardResolver;

/** Checkpoints in a folder of a test. */
public final class TestCheckpoints {

    private TestCheckpoints() {
    }

    public static ArchivedChain chain(Path folder, Object... parts) {
        return TestDatabase.wire(TestDatabase.wire(new ArchivedChain(), new CheckpointFiles(folder)), parts);
    }

    /** Signed by a key of this installation, which is known from now on. @return id of its row */
    public static Long signHere(Path folder, String board, long seq, String hash) {
        KeyPair pair = Keys.makePair();
        Long key = knowHere(pair);
        new CheckpointFiles(folder).append(SignedCheckpoint.sign(board, seq, hash, Instant.EPOCH, pair.getPrivate(), pair.getPublic()));
        return key;
    }

    /** A key of this installation from now on. @return id of its row */
    public static Long knowHere(KeyPair pair) {
        AuditKey key = new AuditKey(SignedKey.first(pair.getPublic(), pair.getPrivate(), Instant.EPOCH), BoardResolver.NO_BOARD);
        TestDatabase.get().run(BoardResolver.NO_BOARD, entities -> entities.persist(key));
        return key.id();
    }

    /** A line of a new key that says it took the place of that one. @param signed whether that one says so too */
    public static String inPlaceOf(KeyPair before, boolean signed) {
        KeyPair pair = Keys.makePair();
        String previous = SignedCheckpoint.id(before.getPublic());
        return (signed ? SignedKey.handedOver(pair.getPublic(), pair.getPrivate(), Instant.EPOCH, previous, before.getPrivate())
                : SignedKey.declared(pair.getPublic(), pair.getPrivate(), Instant.EPOCH, previous, "The disk was lost")).line();
    }

    /** As a server does that ends between writing down a new key and changing the files. @return id of the new one */
    public static String handOverHalf(Keys keys, Instant at) {
        KeyPair next = Keys.makePair();
        keys.keepNext(next);
        SignedKey signed = SignedKey.handedOver(next.getPublic(), next.getPrivate(), at, SignedCheckpoint.id(keys.checking()),
                keys.pair().getPrivate());
        TestDatabase.get().run(BoardResolver.NO_BOARD, entities -> entities.persist(new AuditKey(signed, BoardResolver.NO_BOARD)));
        return signed.key();
    }

    /** As an operator who lost the key. */
    public static Keys declare(Keys keys, Instant at) {
        SignedKey signed = SignedKey.declared(keys.checking(), keys.pair().getPrivate(), at, "0123456789abcdef", "Lost.");
        TestDatabase.get().run(BoardResolver.NO_BOARD, entities -> entities.persist(new AuditKey(signed, BoardResolver.NO_BOARD)));
        return keys;
    }

    /** As another installation writes it, which signed where the chain ends. */
    public static Manifest endSigned(Manifest left) {
        KeyPair pair = Keys.makePair();
        return new Manifest(left.format(), left.release(), left.schema(), left.engine(), left.board(), left.name(), left.at(), left.tables(), left.files(),
                left.leftBehind(), left.processes(), left.audit(), List.of(SignedKey.first(pair.getPublic(), pair.getPrivate(), Instant.EPOCH).line()),
                left.contents()).signed(SignedCheckpoint.sign(left.board(), left.audit().seq(), left.audit().hash(), Instant.EPOCH, pair.getPrivate(),
                pair.getPublic()).line());
    }

    /** As where a board is removed. */
    public static void sealEnd(Path folder, Keys keys, String board, long seq, String hash) {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        TestDatabase.get().run(BoardResolver.NO_BOARD, entities -> chain(folder, keys, clock, TestDatabase.wire(new KeyHistory(), entities, keys))
                .sealEnd(board, seq, hash, Instant.EPOCH));
    }

    /** What lies in the folder of that board: place and hash. */
    public static List<Object> signed(Path folder, String board) {
        return new CheckpointFiles(folder).read(board).stream().flatMap(one -> Stream.<Object>of(one.seq(), one.hash())).toList();
    }

    /** As if that entry of that board had been signed. */
    public static void sign(Path folder, String board, long seq) {
        new CheckpointFiles(folder).append(new SignedCheckpoint(board, seq, "aGFzaA", "2026-01-01T00:00:00Z", "299f6d6b75a2888a", "c2lnbmVk"));
    }
}
