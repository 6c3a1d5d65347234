package io.eastwest.routing.platform;

/**
 * The same requests under the same outage, without the mesh and with it.
 *
 * @param request the request
 * @param outage what is broken
 * @param platform how requests end when each stays in the cluster where it landed
 * @param mesh how they end when the entry is the same and every further call goes through the mesh
 */
public record PlatformComparison(
        PlatformRequest request, PlatformOutage outage, EntryResult platform, EntryResult mesh) {
    /** {@return the comparison for people} */
    public String toText() {
        return request.host() + request.path() + " when " + outage.conditions() + "\n  platform: " + platform
                + "\n  mesh: " + mesh + "\n";
    }
}
