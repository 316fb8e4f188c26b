package org.probity.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * What the walls need of the process engine's own tables on PostgreSQL. It writes no tenant beside its bytes, so that the
 * database does; and who looks for due jobs across boards may lock them, and change nothing else of them: a lock of this engine
 * gives a day to a job that has none, and forgets the root of its process.
 */
final class EngineWalls {

    private static final String TABLES = "select 1 from pg_class where relname = 'act_ru_job' and relnamespace = current_schema()::text::regnamespace";
    private static final String TRIGGERS = "select 1 from pg_trigger where tgname = 'engine_locks' and tgrelid = 'act_ru_job'::regclass";

    private static final List<String> MAKING = List.of(
            """
            update act_ge_bytearray b set tenant_id_ = o.tenant_id_ from (
                select exception_stack_id_ id_, tenant_id_ from act_ru_job union all
                select bytearray_id_, tenant_id_ from act_ru_variable) o
            where o.id_ = b.id_ and b.deployment_id_ is null and b.tenant_id_ is null""",
            """
            create or replace function engine_bytes() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
            begin
                if new.deployment_id_ is null then
                    new.tenant_id_ := coalesce(new.tenant_id_, split_part(current_setting('probity.board', true), ':', 1));
                end if;
                return new;
            end $$""",
            """
            create or replace function engine_locks() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
            begin
                new.lock_owner_ := old.lock_owner_;
                new.lock_exp_time_ := old.lock_exp_time_;
                new.rev_ := old.rev_;
                new.duedate_ := case when old.duedate_ is not null then new.duedate_ end;
                new.root_proc_inst_id_ := coalesce(new.root_proc_inst_id_, old.root_proc_inst_id_);
                if new is distinct from old then
                    raise insufficient_privilege using message = 'Across boards a job can be locked, and nothing else';
                end if;
                return null;
            end $$""",
            "revoke execute on function engine_bytes(), engine_locks() from public");

    /** Whoever claims the power of the engine without its capability sees none of these rows. */
    private static final List<String> SETTING_OFF = List.of(
            "create trigger engine_bytes before insert on act_ge_bytearray for each row execute function engine_bytes()",
            "create trigger engine_locks after update on act_ru_job for each row "
                    + "when (current_setting('probity.power', true) like '+engine:%') execute function engine_locks()");

    private EngineWalls() {
    }

    /** Does nothing as long as the engine has no tables. */
    static void prepare(Connection owner) throws SQLException {
        if (exists(owner, TABLES)) {
            execute(owner, MAKING);
            if (!exists(owner, TRIGGERS)) {
                execute(owner, SETTING_OFF);
            }
        }
    }

    private static boolean exists(Connection owner, String select) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement(select); ResultSet row = query.executeQuery()) {
            return row.next();
        }
    }

    private static void execute(Connection owner, List<String> statements) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
