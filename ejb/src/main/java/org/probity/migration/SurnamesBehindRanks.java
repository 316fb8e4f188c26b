package org.probity.migration;

import org.flywaydb.core.api.MigrationVersion;

/** The same once more, for where a rank stands between a place and the surname. */
public class SurnamesBehindRanks extends ComparedSurnames {

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("406");
    }

    @Override
    public String getDescription() {
        return "surnames behind ranks";
    }
}
