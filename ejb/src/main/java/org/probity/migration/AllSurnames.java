package org.probity.migration;

import org.flywaydb.core.api.MigrationVersion;

/** The same once more, for where it was one surname that was read of a name with others beside it. */
public class AllSurnames extends ComparedSurnames {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("241");
    }

    @Override
    public String getDescription() {
        return "all surnames";
    }
}
