package org.probity.boardrows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Entity;
import java.sql.Types;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.probity.tenancy.BoardOwned;

/** Nothing of a board stays behind, whoever adds a table. */
class BoardTablesTest {

    /** Tables whose rows are the installation's: a new one is added here, or gets a column {@code board}. */
    private static final Set<String> INSTALLATION = Set.of("account", "archive_run", "audit_key", "schema_version", "account_session", "second_factor",
            "recovery_code", "one_time_link", "account_identity", "installation_mark", "factor_reset", "wipe_request");

    private static final Catalogue CATALOGUE = FakeEngine.catalogue();

    @Test
    void everyEntityOfABoardLeavesWithIt() {
        Set<String> leaving = names();
        assertThat(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.probity")
                .stream().filter(type -> type.isAnnotatedWith(Entity.class) && type.isAssignableTo(BoardOwned.class))
                .map(BoardTablesTest::table)).isNotEmpty().isSubsetOf(leaving);
    }

    @Test
    void everyTableIsABoardsOrTheInstallations() {
        Set<String> leaving = names();
        assertThat(CATALOGUE.all()).extracting(Table::name).filteredOn(name -> !leaving.contains(name) && !name.startsWith("act_"))
                .isSubsetOf(INSTALLATION);
    }

    @Test
    void everyRowComesAfterThoseItNames() {
        List<BoardTables.Part> parts = BoardTables.of(CATALOGUE);
        Set<String> before = new TreeSet<>(Set.of("account", "act_re_procdef", "act_re_deployment", "act_ru_jobdef"));
        for (BoardTables.Part part : parts) {
            before.add(part.name());
            assertThat(part.table().links()).as(part.name()).extracting(Table.Link::target).isSubsetOf(before);
        }
    }

    @Test
    void everyTableHasAKeyToBeOrderedBy() {
        assertThat(BoardTables.of(CATALOGUE)).allSatisfy(part -> assertThat(part.table().key()).as(part.name()).isNotEmpty());
    }

    @Test
    void aTypeNobodyThoughtOfIsRefused() {
        assertThatThrownBy(() -> ColumnType.of(Types.ARRAY, "character varying array")).isInstanceOf(IllegalStateException.class);
    }

    private static Set<String> names() {
        return BoardTables.of(CATALOGUE).stream().map(BoardTables.Part::name).collect(Collectors.toSet());
    }

    private static String table(JavaClass entity) {
        return entity.getAnnotationOfType(jakarta.persistence.Table.class).name();
    }
}
