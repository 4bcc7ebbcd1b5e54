package io.lifeboat.contract.plan;

import io.lifeboat.contract.Act;

/**
 * Two people vouch that a plan was rehearsed, though not by an execution of its own.
 *
 * @param application the application
 * @param revision the revision they mean
 * @param hash SHA-256 of its canonical JSON, in hex; a later revision of the same content is vouched for too
 * @param act the first of them
 * @param second the other
 */
public record PlanVouched(String application, int revision, String hash, Act act, Act second) {}
