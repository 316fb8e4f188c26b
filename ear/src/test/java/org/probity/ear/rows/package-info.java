/** PostgreSQL under raw SQL: what each role can reach, table by table. */
package org.probity.ear.rows;
