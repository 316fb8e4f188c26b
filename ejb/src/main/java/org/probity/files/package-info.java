/**
 * What a file is, whoever sent it and whatever it is called: its kind, its size, and whether anything in it runs.
 */
package org.probity.files;
