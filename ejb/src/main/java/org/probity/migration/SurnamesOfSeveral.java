package org.probity.migration;

import org.flywaydb.core.api.MigrationVersion;

/** The same once more, for where a surname was taken for a first name beside another. */
public class SurnamesOfSeveral extends ComparedSurnames {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("256");
    }

    @Override
    public String getDescription() {
        return "surnames of several";
    }
}
