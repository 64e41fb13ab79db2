<?php
/**
 * Plugin Name:       Fogbridge
 * Description:       The shortcode [fogbridge] puts the widget into an article. All files come from this site.
 * Version:           0.1.0
 * Requires at least: 5.7
 * Requires PHP:      7.4
 * License:           MIT OR Apache-2.0
 *
 * Beside this file stand `embed/`, copied from the build, and `snippet.html`, as `make -s snippet` prints it.
 *
 * @package Fogbridge
 */

defined( 'ABSPATH' ) || exit;

const FOGBRIDGE_ATTRIBUTES = array( 'lang', 'region', 'view', 'theme', 'heading-level', 'store', 'exit' );

add_shortcode( 'fogbridge', 'fogbridge_shortcode' );
add_filter( 'script_loader_tag', 'fogbridge_script_tag', 10, 2 );

/**
 * The snippet for a language and a region: `snippet-en-gb.html` or `snippet-en.html`, if the site has one, else
 * `snippet.html`. It names help lines, so a country should have its own.
 *
 * @param string $lang   As in the shortcode.
 * @param string $region As in the shortcode.
 * @return string
 */
function fogbridge_snippet( $lang, $region ) {
	$lang   = preg_replace( '/[^a-z]/', '', strtolower( $lang ) );
	$region = preg_replace( '/[^a-z-]/', '', strtolower( $region ) );
	foreach ( array( "snippet-$lang-$region", "snippet-$lang", 'snippet' ) as $name ) {
		if ( is_readable( __DIR__ . "/$name.html" ) ) {
			return file_get_contents( __DIR__ . "/$name.html" );
		}
	}
	return '';
}

/**
 * What the shortcode stands for: in a page the element, in a feed only what stands inside it.
 *
 * @param array|string $given Attributes as the author wrote them.
 * @return string
 */
function fogbridge_shortcode( $given ) {
	$given = array_intersect_key( array_filter( (array) $given, 'strlen' ), array_flip( FOGBRIDGE_ATTRIBUTES ) );
	$html  = fogbridge_snippet( $given['lang'] ?? 'en', $given['region'] ?? '' );
	if ( ! preg_match( '#<fog-bridge([^>]*)>(.*)</fog-bridge>#s', $html, $found ) ) {
		// Said to those who can mend it; readers see an article without a gap.
		return current_user_can( 'edit_posts' ) ? 'Fogbridge: snippet.html is missing beside the plugin, or holds no <code>&lt;fog-bridge&gt;</code>.' : '';
	}
	$fallback = wp_kses_post( $found[2] );
	if ( is_feed() ) {
		return $fallback;
	}
	fogbridge_enqueue();
	$attributes = '';
	foreach ( $given + (array) shortcode_parse_atts( $found[1] ) as $name => $value ) {
		$attributes .= sprintf( ' %s="%s"', $name, 'exit' === $name ? esc_url( $value ) : esc_attr( $value ) );
	}
	return "<fog-bridge$attributes>$fallback</fog-bridge>";
}

/** The script of this very build, on pages with the shortcode only. */
function fogbridge_enqueue() {
	$file = fogbridge_file();
	if ( $file ) {
		// The name of the folder carries the version.
		wp_enqueue_script( 'fogbridge', plugins_url( "embed/$file[0]", __FILE__ ), array(), null, true );
	}
}

/**
 * Path and integrity of the loader, from the list that the build writes.
 *
 * @return string[]|null
 */
function fogbridge_file() {
	$path = __DIR__ . '/embed/integrity.json';
	$list = is_readable( $path ) ? json_decode( file_get_contents( $path ), true ) : array();
	foreach ( (array) $list as $file => $integrity ) {
		if ( '/fogbridge.js' === strrchr( $file, '/' ) ) {
			return array( $file, $integrity );
		}
	}
	return null;
}

/**
 * Scripts of this kind are modules, and are checked.
 *
 * @param string $tag    As WordPress would print it.
 * @param string $handle Its name.
 * @return string
 */
function fogbridge_script_tag( $tag, $handle ) {
	if ( 'fogbridge' !== $handle ) {
		return $tag;
	}
	list( $file, $integrity ) = fogbridge_file();
	return wp_get_script_tag(
		array(
			'type'        => 'module',
			'src'         => esc_url( plugins_url( "embed/$file", __FILE__ ) ),
			'integrity'   => $integrity,
			'crossorigin' => 'anonymous',
		)
	);
}
