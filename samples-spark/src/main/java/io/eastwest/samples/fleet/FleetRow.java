package io.eastwest.samples.fleet;

import java.io.Serializable;

/**
 * What one failure does in one mesh.
 *
 * @param mesh the mesh
 * @param failure the failure
 * @param calls kinds of calls that were asked
 * @param losing of those, how many lose calls that are answered without the failure
 */
public record FleetRow(String mesh, String failure, int calls, int losing) implements Serializable {}
