package io.eastwest.routing.question;

import io.eastwest.routing.balancing.Share;

/**
 * The share of calls that one place answers.
 *
 * @param cluster the cluster; empty: outside of the mesh
 * @param locality the locality of its workloads {@code region/zone/subzone} without empty parts at the end; empty: none
 * @param share exact share, more than nothing
 */
public record PlaceShare(String cluster, String locality, Share share) {
    /** {@return cluster and locality as text, {@code c1 r1/z1}} */
    public String place() {
        String name = cluster.isEmpty() ? "outside" : cluster;
        return locality.isEmpty() ? name : name + " " + locality;
    }
}
