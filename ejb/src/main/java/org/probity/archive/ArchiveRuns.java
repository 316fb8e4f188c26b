package org.probity.archive;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.probity.access.AccountAct;
import org.probity.access.Act;
import org.probity.access.BoardWanted;
import org.probity.access.CurrentCaller;
import org.probity.access.Guarded;
import org.probity.access.Permitted;
import org.probity.archivefile.Manifest;
import org.probity.kernel.Refusal;

/** Keeps what was done with whole boards, and tells the installation's audit of it. Each call is a transaction of its own. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ArchiveRuns {

    private static final int SHOWN = 50;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Event<AccountAct> acts;

    @Inject
    private Clock clock;

    /** How entities are read over any connection. */
    @Permitted(Act.OPERATE)
    public EntityManagerFactory mapping() {
        return entities.getEntityManagerFactory();
    }

    /** @throws Refusal STATE while something else is being done with a board */
    @Permitted(Act.OPERATE)
    public Long begin(ArchiveRun.Kind kind, String slug, String fileName) {
        if (!find(ArchiveRun.Status.RUNNING).isEmpty()) {
            throw Refusal.state("archive.refused.running");
        }
        ArchiveRun run = new ArchiveRun(kind, slug, fileName, node(), CurrentCaller.get(), clock.instant());
        entities.persist(run);
        acts.fire(new AccountAct("archive.begun", run.startedAccount(), run.startedName(), about(run)));
        return run.id();
    }

    @Permitted(Act.OPERATE)
    public void exported(Long id, long size, String sha256, Manifest manifest) {
        ArchiveRun run = run(id);
        run.exported(size, sha256, manifest, clock.instant());
        tell(run, Map.of());
    }

    /** Its work was committed, and with it its end. @param details for the audit */
    @Permitted(Act.OPERATE)
    public void done(Long id, Map<String, ?> details) {
        tell(run(id), details);
    }

    @Permitted(Act.OPERATE)
    public void refused(Long id, Refusal refusal) {
        ArchiveRun run = run(id);
        run.refused(refusal, clock.instant());
        tell(run, Map.of("problem", run.problem()));
    }

    @Permitted(Act.OPERATE)
    public void failed(Long id) {
        ArchiveRun run = run(id);
        run.failed(clock.instant());
        tell(run, Map.of());
    }

    /** What this server had in hand when it ended is over; what it had done but not told is told now. */
    @Permitted(Act.CLOCKWORK)
    public List<ArchiveRun> settle() {
        List<ArchiveRun> left = entities.createQuery("select r from ArchiveRun r where r.audited = false and r.node = :node", ArchiveRun.class)
                .setParameter("node", node()).getResultList();
        left.forEach(run -> {
            run.interrupted(clock.instant());
            tell(run, Map.of());
        });
        return left;
    }

    /** The newest first, at most 50. */
    @Permitted(Act.OPERATE)
    public List<ArchiveRun> latest() {
        return entities.createQuery("select r from ArchiveRun r order by r.startedAt desc, r.id desc", ArchiveRun.class)
                .setMaxResults(SHOWN).getResultList();
    }

    /** The newest archive of the board that was made here. */
    @Permitted(Act.OPERATE)
    public Optional<ArchiveRun> lastExport(String slug) {
        return entities.createQuery("select r from ArchiveRun r where r.slug = :slug and r.kind = :kind and r.status = :done "
                + "order by r.startedAt desc, r.id desc", ArchiveRun.class).setParameter("slug", slug)
                .setParameter("kind", ArchiveRun.Kind.EXPORT).setParameter("done", ArchiveRun.Status.DONE)
                .setMaxResults(1).getResultList().stream().findFirst();
    }

    /**
     * Letters, links and signed checkpoints of a board that was wiped still name its address, and the references of its cases its
     * prefix: no other board is given either, or that one could not come back.
     *
     * @throws Refusal INVALID on {@code slug} or {@code prefix}
     */
    @Permitted(Act.OPERATE)
    public void keepAddress(@Observes BoardWanted wanted) {
        if (isKept("r.slug", wanted.slug())) {
            throw Refusal.invalid("slug", "archive.refused.wiped");
        }
        if (isKept("r.boardPrefix", wanted.prefix())) {
            throw Refusal.invalid("prefix", "archive.refused.wipedPrefix");
        }
    }

    private boolean isKept(String what, String wanted) {
        return !entities.createQuery("select r.id from ArchiveRun r where " + what + " = :wanted and r.kind = :kind and r.status = :done", Long.class)
                .setParameter("wanted", wanted).setParameter("kind", ArchiveRun.Kind.WIPE).setParameter("done", ArchiveRun.Status.DONE)
                .setMaxResults(1).getResultList().isEmpty();
    }

    private List<ArchiveRun> find(ArchiveRun.Status status) {
        return entities.createQuery("select r from ArchiveRun r where r.status = :status", ArchiveRun.class)
                .setParameter("status", status).getResultList();
    }

    private ArchiveRun run(Long id) {
        return entities.find(ArchiveRun.class, id);
    }

    private void tell(ArchiveRun run, Map<String, ?> details) {
        run.audited();
        Map<String, Object> after = about(run);
        after.put("status", run.status().name());
        after.putAll(details);
        acts.fire(new AccountAct("archive." + run.kind().name().toLowerCase(Locale.ROOT), run.startedAccount(), run.startedName(), after));
    }

    private static Map<String, Object> about(ArchiveRun run) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("kind", run.kind().name());
        about.put("board", run.slug());
        about.put("file", run.fileName());
        about.put("sha256", run.sha256());
        about.put("auditSeq", run.auditSeq());
        about.values().removeIf(Objects::isNull);
        return about;
    }

    /** The name of this server among those that share the database. */
    private static String node() {
        return System.getProperty("jboss.node.name", "probity");
    }
}
