/** The outside world as tests need it: an authority, web servers and a name server on loopback addresses. */
package io.lifeboat.detector.outside;
