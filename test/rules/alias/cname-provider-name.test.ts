import { test } from 'node:test';
import { check } from '../../support/check.ts';

test('what is found', () => {
  check(`
;- example.com.zone
www   60 IN CNAME example.com.s3-website-eu-west-1.amazonaws.com.
;                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning cname-provider-name: www.example.com is an alias of the S3 website of the bucket "example.com", but S3 looks for a bucket named "www.example.com": visitors get NoSuchBucket, or the pages of whoever makes that bucket first
shop  60 IN CNAME store.example.com.s3-website.eu-central-1.amazonaws.com.
;                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning cname-provider-name: shop.example.com is an alias of the S3 website of the bucket "store.example.com", but S3 looks for a bucket named "shop.example.com": visitors get NoSuchBucket, or the pages of whoever makes that bucket first
`);
});

test('what looks like it and is right', () => {
  check(`
;- example.com.zone
www   60 IN CNAME www.example.com.s3-website-eu-west-1.amazonaws.com.
Shop  60 IN CNAME shop.example.com.s3-website.eu-central-1.amazonaws.com.
cdn   60 IN CNAME d111111abcdef8.cloudfront.net.
data  60 IN CNAME bucket.s3.amazonaws.com.
*     60 IN CNAME example.com.s3-website-eu-west-1.amazonaws.com.
`);
});

test('from the other file', () => {
  check(`
;- example.com.zone
$INCLUDE part
;- part fragment
www   60 IN CNAME example.com.s3-website-eu-west-1.amazonaws.com.
;                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning cname-provider-name: www.example.com is an alias of the S3 website of the bucket "example.com", but S3 looks for a bucket named "www.example.com": visitors get NoSuchBucket, or the pages of whoever makes that bucket first
`);
});
